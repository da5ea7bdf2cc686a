"""Stories with mistakes in them, and what the checker says about each; README.md tells how."""
