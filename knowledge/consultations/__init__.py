"""Questions that come in (咨询): asked by readers, answered by departments, kept no longer than they are needed."""
