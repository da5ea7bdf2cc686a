"""What things cost, printed: nothing here is a test, for times differ from machine to machine."""
