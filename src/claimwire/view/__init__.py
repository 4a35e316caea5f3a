"""To look at: the HTML report and the terminal view."""
