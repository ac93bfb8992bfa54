"""Install, train and start, with nothing but Python 3 itself."""
