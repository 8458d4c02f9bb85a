"""The ground floor: values that all rooms speak of, such as TIMEX values, the gazetteer and slugs."""
