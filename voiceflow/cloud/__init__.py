"""The one way by which sound or text can leave this machine: consent, keys, and one pooled client. No engine opens a
connection by itself."""
