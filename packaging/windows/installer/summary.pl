# Writes the facts into an MSI that wixl leaves to chance or gets wrong: package
# code, days, language. They stand in the summary information, whose form is in
# [MS-OLEPS]: property sets. The bytes keep their places.
#
#   perl summary.pl MSI SECONDS {PACKAGE-CODE} LANGUAGE
use strict;
use warnings;

my ($file, $seconds, $code, $language) = @ARGV;
open my $in, '<:raw', $file or die "$file: $!\n";
my $bytes = do { local $/; <$in> };

# The set's format, F29F85E0-4FF9-1068-AB91-08002B27B3D9, then where it begins;
# offsets count from the stream's beginning, 28 bytes before the format.
my $format = pack 'H*', 'e0859ff2f94f6810ab9108002b27b3d9';
my $place = index $bytes, $format;
die "no summary information\n" if $place < 28 or index($bytes, $format, $place + 1) >= 0;
my $set = $place - 28 + unpack 'V', substr($bytes, $place + 16, 4);
my (undef, $count) = unpack 'VV', substr($bytes, $set, 8);
my %at = unpack 'V' . (2 * $count), substr($bytes, $set + 8, 8 * $count);
my ($template, $revision, $created, $saved) = (7, 9, 12, 13);

sub write_text {
  my ($property, $text) = @_;
  my $at = $set + $at{$property};
  my ($type, $length) = unpack 'VV', substr($bytes, $at, 8);
  die "property $property is no text of that length\n" if $type != 30 or $length != length($text) + 1;
  substr($bytes, $at + 8, length $text) = $text;
}

sub write_day {
  my $at = $set + $at{shift()};
  die "no day\n" if unpack('V', substr($bytes, $at, 4)) != 64;
  # Windows counts tenths of microseconds from 1601.
  substr($bytes, $at + 4, 8) = pack 'Q<', ($seconds + 11644473600) * 10_000_000;
}

write_text($template, "x64;$language");
write_text($revision, $code);
write_day($created);
write_day($saved);
open my $out, '>:raw', $file or die "$file: $!\n";
print $out $bytes;
close $out or die "$file: $!\n";
