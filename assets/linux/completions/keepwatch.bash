# Completes keepwatch(1) in bash.
_keepwatch() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' each
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in status | wait | follow) command=$each ;; esac
  done
  COMPREPLY=()
  case $before in --timeout | --portal) return ;; esac
  case $command in
    '') each='status wait follow --help --version' ;;
    wait) each='--json --timeout --portal' ;;
    *) each='--json --portal' ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$each" -- "$word")
}
complete -F _keepwatch keepwatch
