#!/usr/bin/env bash
# Makes the MSI of what make.sh has laid out.
#
#   packaging/windows/installer/msi.sh FILES PICTURES MSI VERSION
#
# wixl (msitools) makes the database. What it cannot do is written into it after:
# the conditions that switch a feature on by a property, the order in which the
# old version goes, and the codes, which wixl draws anew each time.
set -euo pipefail
files=$1 pictures=$2 msi=$3 version=$4
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# code NAME prints the GUID that belongs to a name, in the manner of version 5
# of RFC 9562: the same name, the same code.
code() {
  local digest
  digest=$(printf 'fi.tavoitekartta.app/%s' "$1" | sha1sum | tr a-f A-F)
  printf '{%s-%s-5%s-%x%s-%s}' "${digest:0:8}" "${digest:8:4}" "${digest:13:3}" \
    $((0x${digest:16:1} & 3 | 8)) "${digest:17:3}" "${digest:20:12}" | tr a-f A-F
}

# component ID FILE prints a component with one file, and what stands in its
# shortcut of the Start menu where there is one.
component() {
  local id=$1 file=$2 shortcut=${3:-} path
  path=$(sed 's|\\|/|g' <<<"$file")
  echo "<Component Id='$id' Guid='$(code "component/$file")' Win64='yes'>"
  echo "<File Id='$id' Name='$(basename "$path")' Source='files/$path' KeyPath='yes'>"
  if [ -n "$shortcut" ]; then
    echo "<Shortcut Id='${id}Shortcut' Directory='ProgramMenuFolder' Name='$shortcut' WorkingDirectory='INSTALLDIR' />"
  fi
  echo '</File></Component>'
}

{
  echo '<Include>'
  component Program Tavoitekartta.exe Tavoitekartta
  component Commands tavoitekartta-cli.exe
  component ScreenReaderProgram Tavoitekartta-screen-reader.exe 'Tavoitekartta (ruudunlukija, skärmläsare)'
  component Licence LICENSE.txt
  component Notices THIRD-PARTY-NOTICES.txt
  cat <<XML
<Component Id='FirewallMark' Guid='$(code component/firewall)' Win64='yes'>
<RegistryValue Root='HKLM' Key='Software\\Tavoitekartta' Name='FirewallRule' Type='integer' Value='1' KeyPath='yes' />
</Component>
XML
  if [ -d "$files/guides" ]; then
    echo "<Directory Id='GUIDES' Name='guides'>"
    number=0
    for guide in "$files"/guides/*.pdf; do
      number=$((number + 1))
      component "Guide$number" "guides\\$(basename "$guide")"
      echo "<ComponentRef Id='Guide$number' />" >&3
    done
    echo '</Directory>'
  fi
  echo '</Include>'
} >"$work/components.wxi" 3>"$work/guides"
{ echo '<Include>'; cat "$work/guides"; echo '</Include>'; } >"$work/guides.wxi"

upgrade=$(sed -n 's/.*UpgradeCode="\([^"]*\)".*/\1/p' product.wxs)
content=$( (cd "$files" && find . -type f -print0 | sort -z | xargs -0 sha256sum; cat "$OLDPWD/product.wxs" "$OLDPWD/msi.sh") | sha256sum)
product=$(code "product/$version/$content")

cp product.wxs "$work/"
ln -s "$(realpath "$files")" "$work/files"
ln -s "$(realpath "$pictures")" "$work/pictures"
cd "$work" # wixl finds files by relative names alone
wixl -a x64 -D "ProductCode=$product" -D "Version=$version" -o new.msi product.wxs

# sql gives one statement to the database.
sql() { msibuild new.msi -q "$1"; }

# A feature's level becomes 1, installed, when its property was given.
sql 'CREATE TABLE `Condition` (`Feature_` CHAR(38) NOT NULL, `Level` INT NOT NULL, `Condition` CHAR(255) PRIMARY KEY `Feature_`, `Level`)'
sql "INSERT INTO \`Condition\` (\`Feature_\`, \`Level\`, \`Condition\`) VALUES ('ScreenReader', 1, 'SCREENREADER=1')"
sql "INSERT INTO \`Condition\` (\`Feature_\`, \`Level\`, \`Condition\`) VALUES ('Firewall', 1, 'FIREWALL=1')"
secure=$(msiinfo export new.msi Property | tr -d '\r' | sed -n 's/^SecureCustomProperties\t//p')
sql "UPDATE \`Property\` SET \`Value\` = '$secure;SCREENREADER;FIREWALL' WHERE \`Property\` = 'SecureCustomProperties'"

# action ID TYPE COMMAND SEQUENCE CONDITION adds a command of the firewall. Types
# are sums: 34 a command line, 64 its failure is passed over, 256 only to undo,
# 1024 in the protected part, 2048 with the installer's rights.
action() {
  sql "INSERT INTO \`CustomAction\` (\`Action\`, \`Type\`, \`Source\`, \`Target\`) VALUES ('$1', $2, 'System64Folder', '$3')"
  sql "INSERT INTO \`InstallExecuteSequence\` (\`Action\`, \`Condition\`, \`Sequence\`) VALUES ('$1', '$5', $4)"
}
# The rule goes with its component and comes with its feature: at an update the
# component is there already, of the old version, and its rule goes with that.
netsh='"[System64Folder]netsh.exe" advfirewall firewall'
rule='name="Tavoitekartta" program="[INSTALLDIR]Tavoitekartta.exe"'
if ! msiinfo tables new.msi | grep -qx CustomAction; then
  sql 'CREATE TABLE `CustomAction` (`Action` CHAR(72) NOT NULL, `Type` INT NOT NULL, `Source` CHAR(72), `Target` CHAR(255), `ExtendedType` LONG PRIMARY KEY `Action`)'
fi
action RemoveFirewallRule $((34 + 64 + 1024 + 2048)) "$netsh delete rule $rule" 3490 '?FirewallMark = 3 AND $FirewallMark = 2'
action UndoFirewallRule $((34 + 64 + 256 + 1024 + 2048)) "$netsh delete rule $rule" 4010 '&Firewall = 3 AND NOT !Firewall = 3'
action AddFirewallRule $((34 + 1024 + 2048)) "$netsh add rule $rule dir=in action=allow protocol=TCP profile=private,domain" 4011 '&Firewall = 3 AND NOT !Firewall = 3'

# The old version goes inside the new one's transaction: when that fails, Windows
# brings the old one back. A package of the same version replaces it too (512).
sql 'UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = '"'RemoveExistingProducts'"
sql "DELETE FROM \`Upgrade\` WHERE \`ActionProperty\` = 'WIX_UPGRADE_DETECTED'"
sql "INSERT INTO \`Upgrade\` (\`UpgradeCode\`, \`VersionMax\`, \`Attributes\`, \`ActionProperty\`) VALUES ('$upgrade', '$version', $((1 + 512)), 'WIX_UPGRADE_DETECTED')"

# Plain shortcuts: wixl makes advertised ones, which have Windows look into the
# package again each time.
for id in Program ScreenReaderProgram; do
  sql "UPDATE \`Shortcut\` SET \`Target\` = '[#$id]' WHERE \`Shortcut\` = '${id}Shortcut'"
done

# Names longer than those of DOS come after a short one.
short_names() {
  local table=$1 key=$2 column=$3 number=0 id name
  while IFS=$'\t' read -r id name; do
    case $name in *'|'* | . | SourceDir) continue ;; esac
    number=$((number + 1))
    sql "UPDATE \`$table\` SET \`$column\` = 'TK$number$(grep -o '\.[a-z]*$' <<<"$name" | tr a-z A-Z)|$name' WHERE \`$key\` = '$id'"
  done < <(msiinfo export new.msi "$table" | tr -d '\r' | sed 1,3d | cut -f "1,$4")
}
short_names File File FileName 3
short_names Shortcut Shortcut Name 3
short_names Directory Directory DefaultDir 3

# Windows keeps a file with a version over one that names none.
sql "UPDATE \`File\` SET \`Version\` = '$version.0' WHERE \`File\` = 'Program'"
sql "UPDATE \`File\` SET \`Version\` = '$version.0' WHERE \`File\` = 'Commands'"
sql "UPDATE \`File\` SET \`Version\` = '$version.0' WHERE \`File\` = 'ScreenReaderProgram'"

# The texts are UTF-8, which wixl does not say.
printf '\r\n\r\n65001\t_ForceCodepage\r\n' >_ForceCodepage.idt
msibuild new.msi -i _ForceCodepage.idt

# The package code is a hash of the package without it.
perl "$OLDPWD/summary.pl" new.msi "$SOURCE_DATE_EPOCH" '{00000000-0000-0000-0000-000000000000}' 1035
perl "$OLDPWD/summary.pl" new.msi "$SOURCE_DATE_EPOCH" "$(code "package/$(sha256sum <new.msi)")" 1035
mv new.msi "$msi"
