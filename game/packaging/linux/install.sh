#!/bin/sh
# Puts The Power Struggle into the menu of whoever runs this; nothing is copied, no rights are needed.
# With --remove it is taken out again. Games and settings are not touched.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
menu="${XDG_DATA_HOME:-$HOME/.local/share}/applications"
entry="$menu/power-struggle.desktop"
if [ "${1:-}" = --remove ]; then
  rm -f -- "$entry"
  echo "Taken out of the menu. You may delete the folder $here."
  exit 0
fi
mkdir -p -- "$menu"
# In a desktop file a backslash, a quotation mark, a dollar and a percent mean something else.
quoted=$(printf '%s' "$here/power-struggle" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
plain=$(printf '%s' "$here/power-struggle.png" | sed 's/\\/\\\\/g')
while IFS= read -r line; do
  case $line in
    Exec=*) printf 'Exec="%s"\n' "$quoted" ;;
    Icon=*) printf 'Icon=%s\n' "$plain" ;;
    *) printf '%s\n' "$line" ;;
  esac
done < "$here/power-struggle.desktop" > "$entry"
echo "In the menu now: The Power Struggle."
