"""The edge: the only process that anyone outside can reach."""
