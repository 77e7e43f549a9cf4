"""People made of parameters: joints, clothes, hair and faces; standing figures and portraits."""
