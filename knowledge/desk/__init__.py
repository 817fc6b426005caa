"""The desk: what window staff look things up with while somebody waits."""
