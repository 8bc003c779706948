; The setup for one person, without an administrator's rights.
;
; nsis.sh gives: VERSION (0.1.0), VERSION4 (0.1.0.0), FILES (folder with all
; that is installed), PICTURES, LISTS (folder with files.nsh), SETUP (file to
; write), KILOBYTES and KILOBYTES_READER (what main part and screen-reader
; program take on the disk). README.md beside this file tells of switches and
; exit codes.
;
; The order keeps a half-installed state away: everything is looked at first,
; then unpacked beside what is there, then exchanged by renaming, and taken back
; when one renaming fails.

Unicode true
Target amd64-unicode
!ifdef QUICK ; for tests that need a package and not its size
  SetCompressor /FINAL zlib
!else
  SetCompressor /SOLID /FINAL lzma
  ; Larger than a program, so that the second and third one cost little.
  SetCompressorDictSize 64
!endif
SetDateSave on
CRCCheck force
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
ManifestLongPathAware true
AllowSkipFiles off
AllowRootDirInstall false
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define NAME "Tavoitekartta"
!define PROGRAM "Tavoitekartta.exe"
!define READER "Tavoitekartta-screen-reader.exe"
!define UNINSTALLER "uninstall.exe"
!define LISTED "files.txt"
!define REGISTERED "Software\Microsoft\Windows\CurrentVersion\Uninstall\fi.tavoitekartta.app"
; The same for ever: the MSI for all users of a computer is known by it.
!define MSI_UPGRADE_CODE "{5B0E3C52-7C4B-5D0A-9A63-3C1C7E2B5F10}"

!define EXIT_RUNNING 3
!define EXIT_NEWER_INSTALLED 4
!define EXIT_FOLDER_CLOSED 5
!define EXIT_NO_SPACE 6
!define EXIT_PATH_LONG 7
!define EXIT_MSI_INSTALLED 8
!define EXIT_OLD_WINDOWS 9

Name "${NAME}"
OutFile "${SETUP}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${REGISTERED}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
Caption "$(WelcomeTitle)"
UninstallCaption "$(RemoveTitle)"
SetFont "Segoe UI" 9

!include MUI2.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include LogicLib.nsh
!include "${LISTS}/files.nsh"

Var WantsReader
Var WantsDesktop
Var LanguageSwitch ; fi, sv, en, or empty: the system's
Var Installed      ; the version that is there, or empty
Var Problem        ; an exit code, or empty
Var ProblemText
Var MayDowngrade
Var MayStandBeside

!include wizard.nsh

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Finnish"
!insertmacro MUI_LANGUAGE "Swedish"
!include texts/en.nsh
!include texts/fi.nsh
!include texts/sv.nsh

!include checks.nsh
!include exchange.nsh
!include register.nsh
!include uninstall.nsh

VIProductVersion "${VERSION4}"
!macro VersionInformation LANGUAGE DESCRIPTION COPYRIGHT
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${COPYRIGHT}"
!macroend
!insertmacro VersionInformation ${LANG_ENGLISH} "Setup of Tavoitekartta" "© The authors of Tavoitekartta. Licence EUPL 1.2."
!insertmacro VersionInformation ${LANG_FINNISH} "Tavoitekartan asennus" "© Tavoitekartan tekijät. Lisenssi EUPL 1.2."
!insertmacro VersionInformation ${LANG_SWEDISH} "Installation av Tavoitekartta" "© Tavoitekarttas upphovspersoner. Licens EUPL 1.2."

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

Function .onInit
  SetShellVarContext current
  Call ReadSwitches
  Call FindInstalled
  ${IfNot} ${Silent}
    Return ; the questions come with the first page, in the language chosen
  ${EndIf}
  Call FindObstacle
  ${If} $Problem == ""
    Call CompareFolderSwitch
  ${EndIf}
  ${If} $Problem != ""
    SetErrorLevel $Problem
    Quit
  ${EndIf}
FunctionEnd

; CompareFolderSwitch: NSIS takes its own folder, and tells nobody, when the one
; after /D= cannot be made.
Function CompareFolderSwitch
  System::Call 'kernel32::GetCommandLineW() w .r0'
  StrCpy $1 0
  ${Do}
    StrCpy $2 $0 4 $1
    ${If} $2 == ""
      Return
    ${EndIf}
    IntOp $1 $1 + 1
  ${LoopUntil} $2 == " /D="
  IntOp $1 $1 + 3
  StrCpy $2 $0 "" $1
  ${WordReplace} "$2" "/" "\" "+" $2
  ${TrimNewLines} "$2" $2
  StrCpy $3 $2 1 -1
  ${If} $3 == "\"
    StrCpy $2 $2 -1
  ${EndIf}
  ${If} $2 != $INSTDIR
    StrCpy $Problem ${EXIT_FOLDER_CLOSED}
  ${EndIf}
FunctionEnd

; ReadSwitches reads what stands on the command line; README.md lists it.
Function ReadSwitches
  ${GetParameters} $0
  ${GetOptions} $0 "/LANGUAGE=" $LanguageSwitch
  ${If} $LanguageSwitch == ""
    ReadRegStr $LanguageSwitch HKCU "${REGISTERED}" "ChosenLanguage"
  ${EndIf}
  !insertmacro SetLanguage

  StrCpy $WantsReader 0
  StrCpy $WantsDesktop 0
  ReadRegStr $1 HKCU "${REGISTERED}" "InstallLocation"
  ${If} $1 != ""
  ${AndIf} ${FileExists} "$1\${READER}"
    StrCpy $WantsReader 1
  ${EndIf}
  ReadRegStr $1 HKCU "${REGISTERED}" "ShortcutDesktop"
  ${If} $1 != ""
  ${AndIf} ${FileExists} "$1"
    StrCpy $WantsDesktop 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/SCREENREADER=" $1
  ${IfNot} ${Errors}
    StrCpy $WantsReader $1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/DESKTOP=" $1
  ${IfNot} ${Errors}
    StrCpy $WantsDesktop $1
  ${EndIf}
  StrCpy $MayDowngrade 0
  ClearErrors
  ${GetOptions} $0 "/DOWNGRADE" $1
  ${IfNot} ${Errors}
    StrCpy $MayDowngrade 1
  ${EndIf}
  StrCpy $MayStandBeside 0
  ClearErrors
  ${GetOptions} $0 "/BESIDE" $1
  ${IfNot} ${Errors}
    StrCpy $MayStandBeside 1
  ${EndIf}
  ClearErrors
FunctionEnd

Function FindInstalled
  ReadRegStr $Installed HKCU "${REGISTERED}" "DisplayVersion"
  ClearErrors
FunctionEnd

; FindObstacle says why this setup should not run on this computer at all.
Function FindObstacle
  StrCpy $Problem ""
  ${IfNot} ${AtLeastWin10}
    StrCpy $Problem ${EXIT_OLD_WINDOWS}
    Return
  ${EndIf}
  ${If} $Installed != ""
  ${AndIf} $MayDowngrade == 0
    ${VersionCompare} $Installed "${VERSION}" $0
    ${If} $0 == 1
      StrCpy $Problem ${EXIT_NEWER_INSTALLED}
      Return
    ${EndIf}
  ${EndIf}
  ${If} $MayStandBeside == 0
  ${AndIf} $Installed == ""
    ; 0: a product of this family is installed for all users.
    System::Call 'msi::MsiEnumRelatedProductsW(w "${MSI_UPGRADE_CODE}", i 0, i 0, w .r1) i .r0'
    ${If} $0 == 0
      StrCpy $Problem ${EXIT_MSI_INSTALLED}
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  SetDetailsPrint none ; single steps with our inner names tell a person nothing
  Call WaitForFreeWay
  Call Unpack
  Call Exchange
  Call Register
SectionEnd

Function .onInstFailed
  Call TakeAwayUnpacked
FunctionEnd
