# Completes keepwatch(1) in fish.
set -l commands status wait follow
complete -c keepwatch -f
complete -c keepwatch -n "not __fish_seen_subcommand_from $commands" -a status -d 'how each portal stands'
complete -c keepwatch -n "not __fish_seen_subcommand_from $commands" -a wait -d 'wait for a backup to end'
complete -c keepwatch -n "not __fish_seen_subcommand_from $commands" -a follow -d 'a line for whatever happens'
complete -c keepwatch -n "not __fish_seen_subcommand_from $commands" -s h -l help -d 'what there is'
complete -c keepwatch -n "not __fish_seen_subcommand_from $commands" -l version -d 'the version'
complete -c keepwatch -n "__fish_seen_subcommand_from $commands" -l json -d 'JSON instead of sentences'
complete -c keepwatch -n "__fish_seen_subcommand_from $commands" -l portal -x -d 'look at a portal without a running Keepwatch'
complete -c keepwatch -n '__fish_seen_subcommand_from wait' -l timeout -x -d 'give up after that time'
