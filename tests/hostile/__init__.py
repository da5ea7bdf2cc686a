"""Stories from hostile or careless hands, by name, and what is done with each of them."""
