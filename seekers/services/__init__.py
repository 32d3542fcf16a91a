"""What changes job seekers and what is theirs."""
