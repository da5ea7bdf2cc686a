"""What is handed in, and what a teacher reads of a class: pages that any browser shows."""
