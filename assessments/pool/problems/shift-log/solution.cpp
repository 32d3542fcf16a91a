// Drops spaces and reads letter by letter.
#include <iostream>
#include <map>
#include <string>

using namespace std;

int main() {
    string line;
    map<string, long long> totals;
    while (getline(cin, line)) {
        string name;
        long long number = 0, minutes = 0;
        bool after = false;
        for (char c : line) {
            if (c == '#' && name.empty()) break;
            if (c == ' ' || c == '\r') continue;
            if (c == ':') after = true;
            else if (!after) name += c;
            else if (c == 'h') minutes += 60 * number, number = 0;
            else if (c == 'm') minutes += number, number = 0;
            else number = 10 * number + (c - '0');
        }
        if (!name.empty()) totals[name] += minutes;
    }
    for (auto &[name, total] : totals)
        cout << name << ' ' << total / 60 << ':' << total / 10 % 6 << total % 10 << '\n';
}
