"""What helps whoever writes a story: new files, help for editors, the manual."""
