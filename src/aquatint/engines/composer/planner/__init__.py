"""The planner: words -> `Scene`, and an honest account of what became of each word."""
