"""The Power Struggle: decide as Leon Trotsky, then compare with the record."""
