"""What edges keep: in memory when there is one, in Redis when there are more or when it must outlive the edge."""
