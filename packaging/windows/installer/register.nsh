; What the setup leaves outside its folder: the entry in Windows' list of
; programs and the shortcuts, whose paths are kept there, so that exactly those
; are removed.

Function Register
  Call RemoveFormerPlace
  Call RemoveShortcuts
  SetOutPath "$INSTDIR" ; the shortcuts' working folder
  Call MakeShortcuts
  WriteRegStr HKCU "${REGISTERED}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REGISTERED}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${REGISTERED}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${REGISTERED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REGISTERED}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${REGISTERED}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegStr HKCU "${REGISTERED}" "ChosenLanguage" "$LanguageSwitch"
  Call NeededKilobytes
  Pop $0
  WriteRegDWORD HKCU "${REGISTERED}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${REGISTERED}" "NoModify" 1
  WriteRegDWORD HKCU "${REGISTERED}" "NoRepair" 1
FunctionEnd

; RemoveFormerPlace removes the program from the folder where it was before,
; when another was chosen with /D=.
Function RemoveFormerPlace
  ReadRegStr $0 HKCU "${REGISTERED}" "InstallLocation"
  ${If} $0 == ""
  ${OrIf} $0 == $INSTDIR
  ${OrIfNot} ${FileExists} "$0\${UNINSTALLER}"
    ClearErrors
    Return
  ${EndIf}
  ExecWait '"$0\${UNINSTALLER}" /S _?=$0'
  Delete "$0\${UNINSTALLER}"
  RMDir "$0"
  ClearErrors
FunctionEnd

!macro Shortcut VALUE LINK TARGET
  CreateShortcut "${LINK}" "${TARGET}"
  WriteRegStr HKCU "${REGISTERED}" "${VALUE}" "${LINK}"
!macroend

Function MakeShortcuts
  CreateDirectory "$SMPROGRAMS\${NAME}"
  !insertmacro Shortcut "ShortcutProgram" "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${If} $WantsReader == 1
    !insertmacro Shortcut "ShortcutReader" "$SMPROGRAMS\${NAME}\$(WithReader).lnk" "$INSTDIR\${READER}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\$(GuideFile)"
    !insertmacro Shortcut "ShortcutGuide" "$SMPROGRAMS\${NAME}\$(GuideName).lnk" "$INSTDIR\$(GuideFile)"
  ${EndIf}
  ${If} $WantsDesktop == 1
    !insertmacro Shortcut "ShortcutDesktop" "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${EndIf}
FunctionEnd

!macro RemoveShortcut VALUE
  ReadRegStr $0 HKCU "${REGISTERED}" "${VALUE}"
  ${If} $0 != ""
    Delete "$0"
    DeleteRegValue HKCU "${REGISTERED}" "${VALUE}"
  ${EndIf}
!macroend

!macro RemoveShortcutsFunction PREFIX
  Function ${PREFIX}RemoveShortcuts
    !insertmacro RemoveShortcut "ShortcutProgram"
    !insertmacro RemoveShortcut "ShortcutReader"
    !insertmacro RemoveShortcut "ShortcutGuide"
    !insertmacro RemoveShortcut "ShortcutDesktop"
    RMDir "$SMPROGRAMS\${NAME}" ; only when nothing else is in it
    ClearErrors
  FunctionEnd
!macroend
!insertmacro RemoveShortcutsFunction ""
!insertmacro RemoveShortcutsFunction "un."
