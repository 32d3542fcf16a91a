"""Forms of job seekers, a module for each topic."""
