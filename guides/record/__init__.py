"""The public record of service items: what changed, since when, why, and how an item stood on any day."""
