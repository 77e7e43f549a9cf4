"""The wire: from bytes of HTTP to an `ImageOrder`, or an error that names the parameter.

body        JSON bodies; pictures in data URLs go to spool files as they arrive
form        multipart bodies; file parts go to spool files as they arrive
remote      pictures behind https URLs, never from private networks
parameters  the table of every parameter and the walk over it
call        all of that in order: `read_call`
"""
