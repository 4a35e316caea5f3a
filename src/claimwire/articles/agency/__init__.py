"""News agencies' formats, by the IPTC: ninjs, NITF, NewsML."""
