# Completion of kling for fish. Load it with: kling completion fish | source

function __kling_complete
    set -l line (commandline --current-process --cut-at-cursor)
    set -l word (commandline --current-token --cut-at-cursor)
    for suggestion in (kling "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
        switch $suggestion
            case ':file*'
                __fish_complete_path "$word"
            case ':folder*'
                __fish_complete_directories "$word"
            case '*'
                echo $suggestion
        end
    end
end

complete --command kling --no-files --arguments '(__kling_complete)'
