"""The toolbox that every drawing room shares: colours, paints, paths, chance, surfaces."""
