"""The programs that Windows starts at login, by name; importable on Windows only."""

import sys

if sys.platform == "win32":
    import winreg

    _KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def read(name: str) -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                return str(winreg.QueryValueEx(key, name)[0])
        except FileNotFoundError:
            return None

    def write(name: str, value: str | None) -> None:
        """None takes it away. `OSError`."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            if value is not None:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)
            elif read(name) is not None:
                winreg.DeleteValue(key, name)
