#include "domain/money.h"
