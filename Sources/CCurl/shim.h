// Only for the flags with which CHTTP is compiled and linked; Swift imports CHTTP.
