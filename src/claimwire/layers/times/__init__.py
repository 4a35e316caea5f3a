"""Time expressions found and resolved (TIMEX3)."""
