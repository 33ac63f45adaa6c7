# Completion of kling for PowerShell. Load it with: kling completion pwsh | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName kling -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $line = $commandAst.ToString().PadRight($length).Substring(0, $length)
    kling "[suggest:$length]" $line 2>$null | ForEach-Object {
        $value, $meaning = $_ -split "`t", 2
        if ($value -in ':file', ':folder') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete) |
                Where-Object { $value -eq ':file' -or $_.ResultType -eq 'ProviderContainer' }
        }
        else {
            $text = if ($value -match '[^\w.:/=+-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
            $tip = if ($meaning) { $meaning } else { $value }
            [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $tip)
        }
    }
}
