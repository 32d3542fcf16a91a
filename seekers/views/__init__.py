"""Pages of job seekers, a module for each audience and topic."""
