# Completion of kling for bash. Load it with: eval "$(kling completion bash)"

_kling() {
    local line=${COMP_LINE:0:COMP_POINT} value meaning
    local word=${line##*[[:space:]]}

    # bash completes only what follows the last '=' or ':' of a word.
    local breaks=${COMP_WORDBREAKS//[^=:]/}
    local kept=
    if [[ -n $breaks ]]; then
        kept=${word%"${word##*[$breaks]}"}
    fi

    COMPREPLY=()
    while IFS=$'\t' read -r value meaning; do
        case $value in
            :file)
                compopt -o filenames 2>/dev/null
                while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "${word#"$kept"}")
                ;;
            :folder)
                compopt -o filenames 2>/dev/null
                while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "${word#"$kept"}")
                ;;
            *)
                if [[ $value == *= ]]; then
                    compopt -o nospace 2>/dev/null
                fi
                printf -v value %q "${value#"$kept"}"
                COMPREPLY+=("$value")
                ;;
        esac
    done < <(kling "[suggest:${#line}]" "$line" 2>/dev/null)
}

complete -F _kling kling
