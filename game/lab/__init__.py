"""What a school decides for its computers: lab.yaml, where games are kept, and a share's moods."""
