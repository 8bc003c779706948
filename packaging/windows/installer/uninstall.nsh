; Removing: exactly what was installed, never the data.

Function un.onInit
  SetShellVarContext current
  ReadRegStr $LanguageSwitch HKCU "${REGISTERED}" "ChosenLanguage"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANGUAGE=" $1
  ${IfNot} ${Errors}
    StrCpy $LanguageSwitch $1
  ${EndIf}
  ClearErrors
  !insertmacro SetLanguage
FunctionEnd

Function un.NameRemoveButton
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(RemoveButton)"
FunctionEnd

; The uninstaller itself cannot be removed while it runs in its own folder (_?=),
; which is no failure.
!macro Remove FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    !if "${FILE}" != "${UNINSTALLER}"
      Delete "$INSTDIR\${FILE}"
    !endif
  ${EndIf}
!macroend

Section "Uninstall"
  SetDetailsPrint none
  ${Do}
    StrCpy $Problem ""
    !insertmacro FindRunningIn "$INSTDIR"
    ${If} $Problem == ""
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$ProblemText" /SD IDCANCEL IDRETRY again
    SetErrorLevel $Problem
    Quit
    again:
  ${Loop}
  ClearErrors
  SetOutPath "$TEMP"
  !insertmacro EachFile Remove
  ${If} ${Errors}
    ; The entry in Windows' list stays, so that it can be tried again.
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotRemoved)" /SD IDOK
    SetErrorLevel ${EXIT_FOLDER_CLOSED}
    Quit
  ${EndIf}
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir /r "$INSTDIR\~setup" ; left by a setup that was cut off
  RMDir /r "$INSTDIR\~before"
  RMDir "$INSTDIR\guides"
  RMDir "$INSTDIR"
  Call un.RemoveShortcuts
  DeleteRegKey HKCU "${REGISTERED}"
  ClearErrors
SectionEnd
