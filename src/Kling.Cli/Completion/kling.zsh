#compdef kling
# Completion of kling for zsh. Load it after compinit with: eval "$(kling completion zsh)"

_kling() {
    local line value meaning
    local -a values
    line="${(j: :)words[1,CURRENT-1]} $PREFIX"
    while IFS=$'\t' read -r value meaning; do
        case $value in
            :file) _files ;;
            :folder) _files -/ ;;
            *=) compadd -S '' -- $value ;;
            *) values+=("${value//:/\\:}${meaning:+:$meaning}") ;;
        esac
    done < <(kling "[suggest:${#line}]" "$line" 2>/dev/null)
    (( $#values )) && _describe -V kling values
}

compdef _kling kling
