"""Tests of the program; most of them are folders of stories and plans."""
