"""Process templates and the example's course, as YAML checked against a model."""
