"""Many articles: what is left to do, a worker (articles -> records), local processes, Ray."""
