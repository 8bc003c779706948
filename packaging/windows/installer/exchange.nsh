; Unpacking beside what is there, and exchanging by renaming.
;
; EachFile (files.nsh) hands every file that a setup of this version may install
; to a macro, its name relative to the folder.

Function Unpack
  RMDir /r "$INSTDIR\~setup"
  SetOutPath "$INSTDIR\~setup"
  File /r /x "${READER}" "${FILES}/*.*"
  SetOutPath "$INSTDIR\~setup" ; File /r leaves it at the last folder
  ${If} $WantsReader == 1
    File "${FILES}/${READER}"
  ${EndIf}
  WriteUninstaller "$INSTDIR\~setup\${UNINSTALLER}"
  ${If} ${Errors}
    StrCpy $Problem ${EXIT_FOLDER_CLOSED}
    Call GiveUp
  ${EndIf}
  SetOutPath "$INSTDIR" ; a folder that is the current one cannot be removed
FunctionEnd

; GiveUp ends the setup: what was there is there again.
Function GiveUp
  SetOutPath "$INSTDIR"
  Call TakeAwayUnpacked
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotExchanged)" /SD IDOK
  SetErrorLevel $Problem
  Quit
FunctionEnd

Function TakeAwayUnpacked
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\~setup"
  RMDir "$INSTDIR"
FunctionEnd

; A setup that was cut off by a power failure has left files aside.
!macro BringBack FILE
  ${If} ${FileExists} "$INSTDIR\~before\${FILE}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${FILE}"
    Rename "$INSTDIR\~before\${FILE}" "$INSTDIR\${FILE}"
  ${EndIf}
!macroend

!macro PutAside FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    Rename "$INSTDIR\${FILE}" "$INSTDIR\~before\${FILE}"
  ${EndIf}
!macroend

!macro PutIn FILE
  ${If} ${FileExists} "$INSTDIR\~setup\${FILE}"
    Rename "$INSTDIR\~setup\${FILE}" "$INSTDIR\${FILE}"
  ${EndIf}
!macroend

; TakeBack undoes PutIn and PutAside, as far as they came. A file that is still
; where it was unpacked has not been put in: what stands in its place is old.
!macro TakeBack FILE
  ${If} ${FileExists} "$INSTDIR\~before\${FILE}"
    Delete "$INSTDIR\${FILE}"
    Rename "$INSTDIR\~before\${FILE}" "$INSTDIR\${FILE}"
  ${ElseIfNot} ${FileExists} "$INSTDIR\~setup\${FILE}"
    Delete "$INSTDIR\${FILE}"
  ${EndIf}
!macroend

Function Exchange
  !insertmacro EachFile BringBack
  RMDir /r "$INSTDIR\~before"
  CreateDirectory "$INSTDIR\~before\guides"
  CreateDirectory "$INSTDIR\guides"
  ClearErrors
  !insertmacro EachFile PutAside
  !insertmacro EachFile PutIn
  ${If} ${Errors}
    !insertmacro EachFile TakeBack
    RMDir /r "$INSTDIR\~before"
    RMDir "$INSTDIR\guides"
    StrCpy $Problem ${EXIT_FOLDER_CLOSED}
    Call GiveUp
  ${EndIf}
  Call RemoveOutdated
  RMDir /r "$INSTDIR\~before"
  RMDir /r "$INSTDIR\~setup"
  RMDir "$INSTDIR\guides"
FunctionEnd

; RemoveOutdated removes what the version before had installed and this one no
; longer has. Its list is a file that anybody may have changed: only plain names
; in the folder and in guides count.
Function RemoveOutdated
  ClearErrors
  FileOpen $0 "$INSTDIR\~before\${LISTED}" r
  ${IfNot} ${Errors}
    ${Do}
      FileRead $0 $1
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${TrimNewLines} $1 $1
      Call RemoveOutdatedFile
    ${Loop}
    FileClose $0
  ${EndIf}
  ClearErrors
FunctionEnd

!macro ReturnWhenItIs FILE
  StrCmp $1 "${FILE}" 0 +2
    Return
!macroend

; RemoveOutdatedFile removes the file whose listed name is $1, unless this
; version has it too.
Function RemoveOutdatedFile
  StrCpy $2 $1 7
  ${If} $2 == "guides\"
    StrCpy $2 $1 "" 7
  ${Else}
    StrCpy $2 $1
  ${EndIf}
  ${If} $2 == ""
    Return
  ${EndIf}
  StrCpy $3 0
  ${Do}
    StrCpy $4 $2 1 $3
    ${If} $4 == ""
      ${ExitDo}
    ${EndIf}
    ${If} $4 == "\"
    ${OrIf} $4 == "/"
    ${OrIf} $4 == ":"
    ${OrIf} $4 == "*"
    ${OrIf} $4 == "?"
      Return
    ${EndIf}
    IntOp $3 $3 + 1
  ${Loop}
  !insertmacro EachFile ReturnWhenItIs
  Delete "$INSTDIR\$1"
FunctionEnd
