"""`extract` and `claimwire`: options, messages, exit codes; nothing else."""
