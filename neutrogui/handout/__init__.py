"""From a domain record to pages: typst lays them out, as PDF or as pictures. No Qt."""
