"""Completion of commands and options for a shell, made from the parser itself, so that it cannot fall behind."""

from __future__ import annotations

import argparse

SHELLS = ("bash", "zsh", "fish")

_BASH = """\
_factcheck() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" words=""
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${COMP_WORDS[i]}" in -*) ;; *) command="${COMP_WORDS[i]}"; break ;; esac
  done
  case "$command $before" in
%(values)s
  esac
  if [ -z "$words" ]; then
    case "$command" in
%(options)s
    esac
    case "$word" in -*) ;; *) [ -n "$command" ] && words="" ;; esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ ${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _factcheck factcheck
"""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """What a shell is to read once: `source <(factcheck completion bash)`."""
    commands = _commands(parser)
    if shell == "fish":
        return _fish(commands)
    options = [f"      '') words=\"{' '.join([*commands, *_flags(parser)])}\" ;;"]
    options += [f"      {name}) words=\"{' '.join(_words(command))}\" ;;" for name, command in commands.items()]
    values = [f"    '{name} {flag}') words=\"{' '.join(choices)}\" ;;" for name, command in commands.items() for flag, choices in _choices(command)]
    bash = _BASH % {"values": "\n".join(values), "options": "\n".join(options)}
    return ("autoload -U +X compinit bashcompinit && compinit && bashcompinit\n" + bash) if shell == "zsh" else bash


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (found,) = (action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found)


def _flags(parser: argparse.ArgumentParser) -> list[str]:
    return [flag for action in parser._actions for flag in action.option_strings if flag.startswith("--")]


def _words(command: argparse.ArgumentParser) -> list[str]:
    """The options of a command, and what its first argument can be where that is a list."""
    fixed = [str(choice) for action in command._actions if not action.option_strings and action.choices for choice in action.choices]
    return [*_flags(command), *fixed]


def _choices(command: argparse.ArgumentParser) -> list[tuple[str, list[str]]]:
    return [(flag, [str(choice) for choice in action.choices]) for action in command._actions if action.choices for flag in action.option_strings if flag.startswith("--")]


def _fish(commands: dict[str, argparse.ArgumentParser]) -> str:
    lines = ["complete -c factcheck -n __fish_use_subcommand -f -a '" + " ".join(commands) + "'"]
    for name, command in commands.items():
        among = dict(_choices(command))
        for flag in _flags(command):
            values = f" -x -a '{' '.join(among[flag])}'" if flag in among else ""
            lines.append(f"complete -c factcheck -n '__fish_seen_subcommand_from {name}' -l {flag.removeprefix('--')}{values}")
    return "\n".join(lines) + "\n"
