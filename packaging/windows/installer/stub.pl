# Gives stubs of NSIS our words for an incomplete download. Theirs stand in the
# stub itself, in English alone, since no language has been chosen yet.
#
#   perl stub.pl STUB…
use strict;
use warnings;
use utf8;

sub windows_text { join '', map { pack 'v', ord } split //, shift }

my $theirs = windows_text("Installer integrity check has failed. Common causes include\nincomplete download and damaged media. Contact the\ninstaller's author to obtain a new copy.\n\nMore information at:\nhttp://nsis.sf.net/NSIS_Error");
my $ours = windows_text("Asennustiedosto on vajaa. Lataus on tehtävä uudelleen.\n\nInstallationsfilen är ofullständig. Hämta den på nytt.\n\nThe setup file is incomplete. Download it again.");
die "the sentence is longer than its place\n" if length $ours > length $theirs;

for my $stub (@ARGV) {
  open my $in, '<:raw', $stub or die "$stub: $!\n";
  my $bytes = do { local $/; <$in> };
  my $place = index $bytes, $theirs;
  die "$stub has another sentence: is this another version of NSIS?\n" if $place < 0;
  substr($bytes, $place, length $theirs) = $ours . "\0" x (length($theirs) - length $ours);
  open my $out, '>:raw', $stub or die "$stub: $!\n";
  print $out $bytes;
  close $out or die "$stub: $!\n";
}
