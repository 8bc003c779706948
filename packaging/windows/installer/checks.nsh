; What is looked at before anything is touched.

; FILE_NAME_ROOM is what our longest file name needs below the folder, the
; folder it is unpacked in included; Windows ends paths at 259 characters.
!define FILE_NAME_ROOM 70
!define PATH_LIMIT 259

!define ERROR_ACCESS_DENIED 5
!define GENERIC_WRITE 0x40000000
!define OPEN_EXISTING 3

; FindRunning sets $Problem when a program of ours in FOLDER is running: Windows
; lets nobody open it for writing then. $4 to $6 are used.
!macro FindRunning FOLDER FILE
  ${If} $Problem == ""
  ${AndIf} ${FileExists} "${FOLDER}\${FILE}"
    System::Call 'kernel32::CreateFileW(w "${FOLDER}\${FILE}", i ${GENERIC_WRITE}, i 7, p 0, i ${OPEN_EXISTING}, i 0, p 0) p .r4 ?e'
    Pop $5
    ${If} $4 P<> -1
      System::Call 'kernel32::CloseHandle(p r4)'
    ${ElseIf} $5 == ${ERROR_ACCESS_DENIED}
      StrCpy $Problem ${EXIT_FOLDER_CLOSED}
      StrCpy $ProblemText "$(FolderClosed)"
    ${Else}
      StrCpy $Problem ${EXIT_RUNNING}
      StrCpy $ProblemText "$(Running)"
    ${EndIf}
  ${EndIf}
!macroend

!macro FindRunningIn FOLDER
  !insertmacro FindRunning "${FOLDER}" "${PROGRAM}"
  !insertmacro FindRunning "${FOLDER}" "tavoitekartta-cli.exe"
  !insertmacro FindRunning "${FOLDER}" "${READER}"
!macroend

; FindProblem sets $Problem and $ProblemText when the program cannot be put into
; $INSTDIR now. It leaves the folder as it was.
Function FindProblem
  StrCpy $Problem ""
  Call FindFolderProblem
  !insertmacro FindRunningIn "$INSTDIR"
  ReadRegStr $1 HKCU "${REGISTERED}" "InstallLocation"
  ${If} $1 != ""
  ${AndIf} $1 != $INSTDIR
    !insertmacro FindRunningIn "$1"
  ${EndIf}
  ClearErrors
FunctionEnd

; FindFolderProblem: is the path short enough, can files be written, do they fit?
Function FindFolderProblem
  StrLen $0 $INSTDIR
  IntOp $0 $0 + ${FILE_NAME_ROOM}
  ${If} $0 > ${PATH_LIMIT}
    StrCpy $Problem ${EXIT_PATH_LONG}
    StrCpy $ProblemText "$(PathLong)"
    Return
  ${EndIf}
  ClearErrors
  StrCpy $2 0 ; 1: the folder is made only to be tried
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    StrCpy $2 1
  ${EndIf}
  CreateDirectory "$INSTDIR\~setup"
  ${If} ${Errors}
    StrCpy $Problem ${EXIT_FOLDER_CLOSED}
    StrCpy $ProblemText "$(FolderClosed)"
  ${Else}
    Call FindSpaceProblem
    RMDir /r "$INSTDIR\~setup"
  ${EndIf}
  ${If} $2 == 1
    RMDir "$INSTDIR"
  ${EndIf}
  ClearErrors
FunctionEnd

; FindSpaceProblem compares what is free for this person with what is needed;
; the version that is there stays until the new one lies beside it whole.
Function FindSpaceProblem
  Call NeededKilobytes
  Pop $3
  IntOp $3 $3 + 4096 ; for rounding to clusters and for what others write
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR\~setup", *l .r0, p 0, p 0) i .r1'
  ${If} $1 == 0
    Return ; not known: unpacking will tell
  ${EndIf}
  System::Int64Op $0 / 1024
  Pop $0
  System::Int64Op $0 < $3
  Pop $1
  ${If} $1 == 1
    IntOp $3 $3 / 1024
    IntOp $3 $3 + 1
    StrCpy $Problem ${EXIT_NO_SPACE}
    StrCpy $ProblemText "$(NoSpace)"
  ${EndIf}
FunctionEnd

Function NeededKilobytes
  ${If} $WantsReader == 1
    Push ${KILOBYTES_BOTH}
  ${Else}
    Push ${KILOBYTES}
  ${EndIf}
FunctionEnd

; WaitForFreeWay lets the person put a problem right and try again. Without a
; person it ends the setup with the problem's exit code.
Function WaitForFreeWay
  ${Do}
    Call FindProblem
    ${If} $Problem == ""
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$ProblemText" /SD IDCANCEL IDRETRY again
    SetErrorLevel $Problem
    Quit
    again:
  ${Loop}
FunctionEnd
